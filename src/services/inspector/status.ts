import type { Api } from '../../aws/api.ts';
import { MalformedAnswer } from '../../aws/errors.ts';

type Asked = Pick<Api<typeof import('@aws-sdk/client-inspector2'), 'BatchGetAccountStatus'>, 'account' | 'shared'>;

/** Whether Inspector is on in the region, and for what, asked once whoever wants it. What the region lacks is not named. */
export const statusIn = (all: Asked) =>
  all.shared('status', async (api) => {
    const { accounts, failedAccounts } = await api.call('BatchGetAccountStatus', { accountIds: [api.account] });
    const own = accounts?.find(({ accountId }) => accountId === api.account);
    if (own === undefined) {
      const why = failedAccounts?.find(({ accountId }) => accountId === api.account);
      throw why?.errorCode === undefined
        ? new MalformedAnswer('BatchGetAccountStatus does not tell of the account')
        : Object.assign(new Error(why.errorMessage ?? why.errorCode), { name: why.errorCode });
    }
    const { ec2, ecr, lambda, lambdaCode, codeRepository } = own.resourceState ?? {};
    return {
      account: own.state?.status,
      ec2: ec2?.status,
      ecr: ecr?.status,
      lambda: lambda?.status,
      lambdaCode: lambdaCode?.status,
      codeRepository: codeRepository?.status,
    };
  });
