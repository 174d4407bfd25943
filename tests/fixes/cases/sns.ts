import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'sns-topic-kms-encrypted': async (aws) => {
    await aws`sns create-topic --name orders`;
    return { KEY_ARN: await aws`kms create-key --query KeyMetadata.Arn --output text` };
  },
  'sns-topic-policy-https-only': async (aws) => void (await aws`sns create-topic --name orders`),
  'sns-topic-policy-not-public': async (aws) => {
    const arn = await aws`sns create-topic --name orders --query TopicArn --output text`;
    const statement = (Sid: string, Principal: unknown) => ({
      Sid,
      Effect: 'Allow',
      Principal,
      Action: 'sns:Publish',
      Resource: arn,
    });
    const policy = {
      Version: '2012-10-17',
      Statement: [statement('open', '*'), statement('own', { AWS: 'arn:aws:iam::123456789012:root' })],
    };
    await aws`sns set-topic-attributes --topic-arn ${arn} --attribute-name Policy --attribute-value ${policy}`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'sns-topic-delivery-status-logging-enabled':
    'which protocol it delivers by is for a person to say, and there is no attribute of a name made up',
  'sns-topic-policy-no-cross-account': 'no command: which other accounts are partners is for a person to say',
};
