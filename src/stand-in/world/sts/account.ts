import { answers } from '../../answers.ts';
import { account, iamArn } from '../../facts.ts';

export default answers('sts', {
  GetCallerIdentity: { Account: account, Arn: iamArn('user/auditor'), UserId: 'AIDAAUDITOR' },
});
