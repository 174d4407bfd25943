import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
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
  'sns-topic-policy-no-cross-account': 'no command: which other accounts are partners is for a person to say',
};
