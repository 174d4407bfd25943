import { fail, pass } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { directory, notThere } from '../../src/services/directoryservice/directory.ts';

export default some(directory, 'directoryservice-directory-notifications-enabled', {
  title: 'Directories tell a topic when their state changes',
  list: 'topics',
  by: 'status',
  is: { Registered: 'good', Failed: 'bad', 'Topic not found': 'bad', Deleted: 'bad' },
  called: '{name}, {status|of which the state is not known}',
  unless: notThere,
  pass: pass('{label} tells a topic when its state changes ({good:some})'),
  fail: fail('{label} reaches none of its topics ({bad:some}); expected one that hears of its state'),
  none: fail('{label} tells no topic of its state; expected that it does'),
  risk: 'That a directory is impaired or no longer works is found out by the people who cannot sign in.',
  fix: {
    text: 'Register a topic of SNS that somebody reads. `aws ds deregister-event-topic` undoes it.',
    cli: 'aws ds register-event-topic --directory-id {id} --topic-name TOPIC',
  },
  references: [
    'https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_enable_notifications.html',
    'https://docs.aws.amazon.com/directoryservice/latest/devguide/API_EventTopic.html',
  ],
});
