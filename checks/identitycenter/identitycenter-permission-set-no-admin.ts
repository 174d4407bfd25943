import { defineCheck } from '../../src/engine/check.ts';
import { mayDoLess } from '../../src/judgements/policies/may-do.ts';
import { setMayDo, setName, setParts } from '../../src/judgements/policies/permission-set.ts';
import { permissionSet } from '../../src/services/identitycenter/permission-set.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'identitycenter-permission-set-no-admin',
  title: 'Permission set does not give full administration',
  resource: permissionSet,
  needs: setParts,
  risk: 'Everyone who is assigned the set owns each account in which it is, and so does whoever takes over one of their sessions.',
  fix: {
    text: 'Give people sets with the permissions of their work, and keep administration for a set that few hold and only for a short time. The commands take the policies that give it off the set and bring the change to every account in which it is: whoever works with it loses those rights at once.',
    exact({ arn, instance, awsPolicies, inline, ...set }) {
      const whole = { arn, instance, awsPolicies, inline, ...set };
      const gives = (part: Partial<typeof whole>): boolean =>
        setMayDo({ ...whole, awsPolicies: [], ownPolicies: [], inline: undefined, ...part }).power === 'administrator';
      const admin = awsPolicies.filter((one) => gives({ awsPolicies: [one] }));
      const on = shell`--instance-arn ${instance} --permission-set-arn ${arn}`;
      const commands = [
        ...admin.map(
          (one) => shell`aws sso-admin detach-managed-policy-from-permission-set --managed-policy-arn ${one.arn} ` + on,
        ),
        ...(gives({ inline }) ? [`aws sso-admin delete-inline-policy-from-permission-set ${on}`] : []),
      ];
      // Policies that give it only together are for a person to part.
      return commands.length === 0
        ? {}
        : {
            cli: [
              ...commands,
              `aws sso-admin provision-permission-set ${on} --target-type ALL_PROVISIONED_ACCOUNTS`,
            ].join('\n'),
          };
    },
  },
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetcustom.html'],
  evaluate: (set) =>
    mayDoLess(setName(set), setMayDo(set), 'administrator', {
      managed: set.awsPolicies.map(({ name }) => name),
      customerManaged: set.ownPolicies.map(({ path, name }) => `${path}${name}`),
    }),
});
