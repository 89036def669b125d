YAMLBenchmark.run()
