import { AuditError } from '../../program/errors.ts';
import { command, oneOf, required } from '../door/options.ts';
import { isSnapshot } from '../either-file.ts';
import { savedResult } from '../saved-result.ts';
import { sendOptions } from './options.ts';

const receivers = ['security-hub', 's3', 'webhook'] as const;

export default command({
  usage: 'send <receiver> <file>',
  args: { receiver: required('security-hub, s3 or webhook'), file: required('A result (JSON)') },
  options: sendOptions,
  examples: [
    ['audit send security-hub result.json --dry-run', 'how many findings, in how many batches'],
    ['audit send s3 result.json --to s3://bucket/audit --send-profile lake', 'nothing there is ever replaced'],
    ['audit send webhook result.json --to-env HOOK_URL --secret-env HOOK_KEY', 'a summary, signed'],
  ],

  async run({ receiver: given, file, ...options }) {
    const receiver = oneOf('the receiver', given, receivers);
    if (await isSnapshot(file))
      throw new AuditError('usage', `${file}: is a snapshot, and results are sent`, {
        hint: `Judge it first: \`audit report ${file} --format json --output result.json\`.`,
      });
    switch (receiver) {
      case 'security-hub':
        return (await import('./security-hub.ts')).sendToSecurityHub(await savedResult(file), options);
      case 's3':
        return (await import('./s3.ts')).sendToS3(await savedResult(file), options);
      case 'webhook':
        return (await import('./webhook.ts')).sendToWebhook(await savedResult(file), options);
    }
  },
});
