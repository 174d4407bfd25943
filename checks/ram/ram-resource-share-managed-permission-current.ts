import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { permissionName, resourceShare } from '../../src/services/ram/share.ts';
import { shell } from '../../src/text/shell.ts';

export default each(resourceShare, 'ram-resource-share-managed-permission-current', {
  title: 'Resource share has the current version of each of its permissions',
  needs: ['permissions', 'resources'],
  list: 'permissions',
  test: ({ current }) => (current === undefined ? 'unsaid' : current ? 'good' : 'bad'),
  such: {
    good: { arn: 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet', version: '2', current: true },
    bad: { arn: 'arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet', version: '1', current: false },
  },
  called: (permission) => permissionName(permission),
  unless: [{ at: 'received', is: [true], because: 'the share is of another account, which decides what it permits' }],
  pass: pass('{label} has the current version of its permissions ({good:some})'),
  fail: fail('{label} has another version than the current one of {bad:some}; expected the current one'),
  none: ({ name, resources }) =>
    resources.length === 0
      ? notApplicable('the share holds nothing')
      : unknown(`AWS does not say which permissions resource share ${name} has`),
  risk: 'A version that was replaced grants what its author has since taken back, or lacks what users of the share need by now.',
  fix: {
    text: 'Read what the current version permits (`aws ram get-permission`), then give it to the share. It changes what everybody in the share may do, at once.',
    exact: ({ arn, permissions }) => ({
      cli: permissions
        .filter(({ current }) => current === false)
        .map(
          (permission) =>
            shell`aws ram associate-resource-share-permission --resource-share-arn ${arn} --permission-arn ${permission.arn} --replace`,
        )
        .join('\n'),
    }),
  },
  references: ['https://docs.aws.amazon.com/ram/latest/userguide/security-ram-permissions.html'],
});
