import { fail, pass, unknown } from '../../src/engine/check.ts';
import { number } from '../../src/engine/forms/index.ts';
import { isServiceLinked, role } from '../../src/services/iam/role.ts';

export default number(role, 'iam-role-max-session-duration-limited', {
  title: 'Sessions of roles are short',
  at: 'session.maxSeconds',
  settings: {
    seconds: {
      type: 'integer',
      default: 3600,
      min: 3600,
      max: 43_200,
      describe: 'seconds that a session of a role may last at most',
    },
  },
  atMost: 'seconds',
  unless: [
    {
      such: { path: '/aws-service-role/autoscaling.amazonaws.com/' },
      when: (one) =>
        isServiceLinked(one) ? `${one.name} is linked to a service of AWS, which looks after it` : undefined,
    },
    {
      such: { path: '/aws-reserved/sso.amazonaws.com/' },
      when: ({ name, path }) =>
        path.startsWith('/aws-reserved/')
          ? `${name} is a role of IAM Identity Center: the permission set says how long its sessions last`
          : undefined,
    },
  ],
  pass: pass('{label} has sessions of at most {session.maxSeconds} seconds'),
  fail: fail('{label} may have sessions of {session.maxSeconds} seconds; expected at most {settings.seconds}'),
  unsaid: unknown('AWS does not say how long sessions of {label} may last'),
  risk: 'Credentials that were copied from a session work until it ends: nobody can take them back before without shutting everybody out.',
  fix: {
    text: 'Set the shorter time. Who asks for more gets an error: look for tools that ask for the whole time.',
    cli: 'aws iam update-role --role-name {name} --max-session-duration 3600',
    terraform: 'resource "aws_iam_role" "this" {\n  name                 = "{name}"\n  max_session_duration = 3600\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html'],
});
