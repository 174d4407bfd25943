import { expect, it } from 'vitest';
import check from '../../../checks/apigateway/apigateway-stage-cache-encrypted.ts';
import { stageOf } from './rest-api.ts';

it('sets a method by its path as it is written for AWS', () => {
  const methods = ['*/*', 'orders/{id}/GET', '~1stock~1all/POST', '//GET'];
  const backend = {
    clientCertificate: undefined,
    cache: true,
    cached: methods.map((method) => ({ method, encrypted: false })),
  };
  const text = JSON.stringify(
    check.fix.exact?.({ ...stageOf('abc123', 'prod'), backend } as never, undefined as never),
  );
  for (const path of ['/*/*/', '/~1orders~1{id}/GET/', '/~1stock~1all/POST/', '/~1/GET/'])
    expect(text).toContain(`path=${path}caching/dataEncrypted`);
});
