import { defineCheck } from '../../src/engine/check.ts';
import { lookBack, noneIssued } from '../../src/judgements/credentials/issued.ts';
import { stsRegion } from '../../src/services/sts/account.ts';

export default defineCheck({
  id: 'sts-assume-root-not-used-recently',
  title: 'No root sessions of member accounts were taken lately',
  resource: stsRegion,
  needs: ['rootSessions'],
  settings: { days: { ...lookBack, default: 30 } },
  risk: "A root session in a member account deletes the policy of a bucket or a queue that shuts everybody out, and the root user's password and keys. It is for repairs, and each one should be known.",
  fix: {
    text: "Hold each session against a repair that somebody asked for. Where there is none, find who took it by the event's session name, and take sts:AssumeRoot from whoever does not repair accounts.",
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html',
    'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html',
  ],
  evaluate: ({ name, rootSessions }, { now, settings: { days } }) =>
    noneIssued(rootSessions, { name, what: 'a root session of a member account', days, now }),
});
