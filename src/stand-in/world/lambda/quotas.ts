import { answers } from '../../answers.ts';

/** Of the 75 GiB that the account may keep, little is used. */
export default answers('lambda', {
  GetAccountSettings: {
    AccountLimit: {
      TotalCodeSize: 80_530_636_800,
      CodeSizeUnzipped: 262_144_000,
      CodeSizeZipped: 52_428_800,
      ConcurrentExecutions: 1000,
      UnreservedConcurrentExecutions: 1000,
    },
    AccountUsage: { TotalCodeSize: 2_147_483_648, FunctionCount: 12 },
  },
});
