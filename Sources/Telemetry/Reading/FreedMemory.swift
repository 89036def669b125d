#if canImport(Glibc)
  import Glibc
#endif

/// Memory that is free and not yet given back to the system.
enum FreedMemory {
  /// Gives it back, where the system's library would keep it for those who freed it: each thread that counts
  /// has a share of its own, which no other takes from.
  static func giveBack() {
    #if canImport(Glibc)
      _ = malloc_trim(0)
    #endif
  }
}
