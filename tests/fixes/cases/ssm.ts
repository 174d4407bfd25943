import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'ssm-document-not-public': async (aws) => {
    const content = {
      schemaVersion: '2.2',
      description: 'setup',
      mainSteps: [{ action: 'aws:runShellScript', name: 'run', inputs: { runCommand: ['ls'] } }],
    };
    await aws`ssm create-document --name old-setup --document-type Command --content ${content}`;
    await aws`ssm modify-document-permission --name old-setup --permission-type Share --account-ids-to-add all`;
  },
  'ssm-parameter-secure-string-encrypted': [
    async (aws) => {
      const key = await aws`kms create-key --query KeyMetadata.KeyId --output text`;
      await aws`ssm put-parameter --name token --type SecureString --key-id ${key} --value example`;
      await aws`kms disable-key --key-id ${key}`;
    },
    async (aws) => {
      const key = await aws`kms create-key --query KeyMetadata.KeyId --output text`;
      await aws`ssm put-parameter --name token --type SecureString --key-id ${key} --value example`;
      await aws`kms schedule-key-deletion --key-id ${key} --pending-window-in-days 7`;
    },
  ],
};

export const untried: Readonly<Record<string, string>> = {
  'ssm-parameter-tier-needed': 'no command: a parameter is made anew, by who has its value',
  'ssm-document-public-sharing-blocked': 'the emulator has no settings of services',
  'ssm-managed-instance-patch-compliant': 'the emulator has no machines that report patches',
  'ssm-parameter-changed-within-max-days': 'no command: a command would hold the secret',
  'ssm-parameter-no-plaintext-secrets': 'A command would hold the secret: there is none',
  'ssm-session-kms-encrypted': 'no command: the whole document of preferences has to be put, with what it says now',
  'ssm-session-logging-enabled': 'no command: the whole document of preferences has to be put, with what it says now',
  'ssm-parameter-secure-string-cmk': 'no command: a command would hold the secret',
  'ssm-parameter-policy-shared-accounts-trusted':
    'no command: which other accounts are partners is for a person to say',
};
