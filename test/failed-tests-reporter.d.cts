interface Results {
  readonly numFailedTests: number;
  readonly numTotalTests: number;
  readonly numTotalTestSuites: number;
  readonly testResults: readonly unknown[];
}

declare class FailedTestsReporter {
  onRunComplete(contexts: ReadonlySet<unknown>, results: Results): void;
}

export = FailedTestsReporter;
