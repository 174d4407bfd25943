import type { Build } from '../world.ts';

const open = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: '*', Action: 'secretsmanager:GetSecretValue', Resource: '*' },
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'secretsmanager-secret-encrypted-cmk': async (aws) => {
    await aws`secretsmanager create-secret --name shop-database --secret-string x`;
    return { KEY_ARN: await aws`kms create-key --query KeyMetadata.Arn --output text` };
  },
  'secretsmanager-secret-replicated': async (aws) => {
    await aws`secretsmanager create-secret --name shop-database --secret-string x`;
    return { OTHER_REGION: 'eu-central-1' };
  },
  'secretsmanager-secret-policy-not-public': async (aws) => {
    await aws`secretsmanager create-secret --name partner-api --secret-string x`;
    await aws`secretsmanager put-resource-policy --secret-id partner-api --resource-policy ${open}`;
  },
};

const made = 'the emulator makes secrets of today only';

export const untried: Readonly<Record<string, string>> = {
  'secretsmanager-secret-policy-restrictive': 'no command: which other accounts are partners is for a person to say',
  'secretsmanager-secret-rotated-within-max-days': made,
  'secretsmanager-secret-rotation-enabled':
    'no command: what changes the secret where it is used has to be written first',
  'secretsmanager-secret-rotation-succeeding': 'the emulator lets no rotation fail',
  'secretsmanager-secret-used-recently': made,
};
