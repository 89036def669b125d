// How fast simdjson reads the JSON files of a folder into its DOM; see compare.py.
//
// Prints two figures in MB/s, the best of seven rounds each: the DOM alone, and the DOM with a walk over
// every node. The DOM has neither the places of its nodes nor a report of repeated keys.
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <vector>

using namespace simdjson;

static double busy_seconds() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static size_t nodes(dom::element element) {
  size_t count = 1;
  dom::object object;
  dom::array array;
  if (!element.get(object)) {
    for (auto field : object) count += 1 + nodes(field.value);
  } else if (!element.get(array)) {
    for (auto item : array) count += nodes(item);
  }
  return count;
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  std::vector<padded_string> texts;
  size_t bytes = 0;
  for (auto &entry : std::filesystem::recursive_directory_iterator(argv[1])) {
    if (entry.path().extension() != ".json") continue;
    texts.push_back(padded_string::load(entry.path().string()).value());
    bytes += texts.back().size();
  }
  dom::parser parser;
  double best_parse = 1e9, best_walk = 1e9;
  size_t count = 0;
  for (int round = 0; round < 7; round++) {
    double start = busy_seconds();
    for (auto &text : texts) {
      if (parser.parse(text).error()) return 1;
    }
    best_parse = std::min(best_parse, busy_seconds() - start);
    start = busy_seconds();
    count = 0;
    for (auto &text : texts) {
      dom::element root;
      if (parser.parse(text).get(root)) return 1;
      count += nodes(root);
    }
    best_walk = std::min(best_walk, busy_seconds() - start);
  }
  std::printf("simdjson DOM: %.1f\n", bytes / best_parse / 1e6);
  std::printf("simdjson DOM, walked: %.1f\n", bytes / best_walk / 1e6);
  std::fprintf(stderr, "%zu nodes\n", count);
}
