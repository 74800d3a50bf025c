/** Whether tests may take their time (`npm run test:long`). Set by the bundler. */
declare const LONG_TESTS: boolean;

/** A part of the titles of the tests that are wanted; empty for all. Set by the bundler. */
declare const ONLY_TESTS: string;

/** The ids of the extensions whose activation is measured. Set by the bundler. */
declare const BENCHED_EXTENSIONS: readonly string[];

/** Every test file of the suite, put together by the bundler. */
declare module 'all-tests' {}

/** Mocha for a page or a worker: sets the global `mocha`. */
declare module 'mocha/mocha.js' {}
