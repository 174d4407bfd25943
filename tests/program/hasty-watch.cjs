// Preloaded into the program: what watches over user's code waits for 2 s where it waits for 20.
const threads = require('node:worker_threads');
const { syncBuiltinESMExports } = require('node:module');

threads.Worker = class extends threads.Worker {
  constructor(source, options) {
    const { workerData } = options;
    super(
      source,
      'mostSeconds' in workerData ? { ...options, workerData: { ...workerData, mostSeconds: 2 } } : options,
    );
  }
};
syncBuiltinESMExports();
