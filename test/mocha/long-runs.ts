/** Describes what takes too long for every run: it is told in long runs, and where a part was asked for by its title. */
export const describeInLongRuns = LONG_TESTS || ONLY_TESTS !== '' ? describe : describe.skip;
