interface Results {
  readonly numFailedTests: number;
  readonly numTotalTests: number;
  readonly numTotalTestSuites: number;
  readonly testResults: readonly unknown[];
}

declare class FailedTestsReporter {
  constructor(settings: { readonly seed: number });
  onRunComplete(contexts: ReadonlySet<unknown>, results: Results): void;
}

export = FailedTestsReporter;
