import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { artifactAccount } from '../../src/services/artifact/account.ts';

export default state(artifactAccount, 'artifact-notifications-subscribed', {
  title: 'Somebody is told of new reports and agreements in AWS Artifact',
  at: 'settings.notifications',
  is: {
    SUBSCRIBED: pass('The account has subscribed to notifications of AWS Artifact'),
    NOT_SUBSCRIBED: fail('The account has not subscribed to notifications of AWS Artifact; expected it to'),
  },
  absent: fail('AWS Artifact has no settings of the account, and so no subscription to its notifications'),
  unsaid: unknown('AWS does not say whether the account has subscribed to notifications of AWS Artifact'),
  risk: 'A report that auditors rely on is replaced, or an agreement changes, and nobody hears of it.',
  fix: {
    text: 'Subscribe, and choose in AWS User Notifications who gets the mails. `NOT_SUBSCRIBED` undoes it.',
    cli: 'aws artifact put-account-settings --notification-subscription-status SUBSCRIBED',
  },
  references: [
    'https://docs.aws.amazon.com/artifact/latest/ug/managing-notifications.html',
    'https://docs.aws.amazon.com/artifact/latest/APIReference/API_AccountSettings.html',
  ],
});
