import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { stage } from '../../src/services/apigateway/stage.ts';
import { shell } from '../../src/text/shell.ts';

/** A setting is told as `orders/{id}/GET` and set as `~1orders~1{id}/GET`: https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html */
function written(method: string): string {
  const at = method.lastIndexOf('/');
  const path = method.slice(0, at).replaceAll('~1', '/').replace(/^\//, '');
  return `${path === '*' ? path : `~1${path.replaceAll('/', '~1')}`}${method.slice(at)}`;
}

export default each(stage, 'apigateway-stage-cache-encrypted', {
  title: 'Caches of REST APIs are encrypted',
  unless: [{ at: 'backend.cache', is: [false], because: '{label} has no cache' }],
  list: 'backend.cached',
  test: ({ encrypted }) => (encrypted ? 'good' : 'bad'),
  such: { good: { method: '*/*', encrypted: true }, bad: { method: '*/*', encrypted: false } },
  called: '{method}',
  pass: pass('{label} encrypts what it caches ({good:some})'),
  fail: fail('{label} caches answers without encryption, by its settings of {bad:some}'),
  none: notApplicable('{label} caches the answers of no method'),
  absent: unknown('AWS does not say whether {label} encrypts what it caches'),
  unsaid: unknown('AWS does not say whether {label} encrypts what it caches'),
  risk: 'Answers of the API, with the data of users in them, lie in the cache in plain text.',
  fix: {
    text: 'Encrypt the cache in the settings of the methods; the cache is emptied by it.',
    exact: ({ restApiId, stageName, backend }) => ({
      cli: (backend?.cached ?? [])
        .filter(({ encrypted }) => !encrypted)
        .map(
          ({ method }) =>
            shell`aws apigateway update-stage --rest-api-id ${restApiId} --stage-name ${stageName} --patch-operations ${`op=replace,path=/${written(method)}/caching/dataEncrypted,value=true`}`,
        )
        .join('\n'),
    }),
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-5',
  ],
});
