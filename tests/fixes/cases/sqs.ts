import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'sqs-queue-policy-not-public': async (aws) => {
    const policy = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' },
    };
    await aws`sqs create-queue --queue-name open --attributes ${{ Policy: JSON.stringify(policy) }}`;
  },
  'sqs-queue-policy-https-only': async (aws) => void (await aws`sqs create-queue --queue-name plain`),
  'sqs-queue-encrypted-cmk': async (aws) => {
    await aws`sqs create-queue --queue-name plain --attributes SqsManagedSseEnabled=true`;
    return { KEY_ARN: await aws`kms create-key --query KeyMetadata.Arn --output text` };
  },
  'sqs-queue-encrypted-at-rest': async (aws) => {
    await aws`sqs create-queue --queue-name plain --attributes SqsManagedSseEnabled=false`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'sqs-queue-policy-no-cross-account': 'no command: which other accounts are partners is for a person to say',
};
