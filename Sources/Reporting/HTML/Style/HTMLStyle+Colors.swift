extension HTMLStyle {
  /// Colors by what they mean.
  ///
  /// Every text color reads at 4.5 to 1 on the grounds that it stands on.
  static let colors: Fragment<HTML> = """

    :root {
      color-scheme: light dark;
      --ground: #ffffff;
      --raised: #f6f7f9;
      --sunk: #eef0f3;
      --ink: #1a1f27;
      --soft: #566070;
      --line: #dde1e7;
      --edge: #b9c0ca;
      --accent: #1d4f91;
      --accent-ground: #e8f0fa;
      --good: #14683f;
      --good-ground: #e3f4ea;
      --bad: #a8201a;
      --bad-ground: #fdeceb;
      --warn: #7d4e00;
      --warn-ground: #fdf1d8;
      --odd: #6b2fb3;
      --odd-ground: #f2eafc;
      --unknown: #4a5464;
      --unknown-ground: #eceff3;
      --mark: #ffe8a3;
      --shadow: 0 1px 2px rgb(20 28 40 / 6%), 0 2px 8px rgb(20 28 40 / 4%);
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --ground: #12161c;
        --raised: #1a2029;
        --sunk: #232a35;
        --ink: #e7eaef;
        --soft: #a3adbb;
        --line: #2e3744;
        --edge: #4a5565;
        --accent: #8ab8f5;
        --accent-ground: #1b2c44;
        --good: #7bd3a2;
        --good-ground: #14301f;
        --bad: #ff9c94;
        --bad-ground: #421b1b;
        --warn: #f0bf69;
        --warn-ground: #3a2a0e;
        --odd: #cdaaf7;
        --odd-ground: #2f2145;
        --unknown: #b4bdca;
        --unknown-ground: #262e39;
        --mark: #5c4a10;
        --shadow: none;
      }
    }

    """
}
