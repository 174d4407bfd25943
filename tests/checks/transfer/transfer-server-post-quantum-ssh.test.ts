import check from '../../../checks/transfer/transfer-server-post-quantum-ssh.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const speaks = (...protocols: ('SFTP' | 'FTPS' | 'AS2')[]) => ({
  details: { protocols, loggingRole: undefined, logsTo: undefined },
});
const offers = (...keyExchanges: string[]) => ({
  security: { name: 'TransferSecurityPolicy-2099-01', fips: false, keyExchanges },
});
const base = {
  id: 's-0123456789abcdef0',
  arn: 'arn:aws:transfer:eu-west-1:111122223333:server/s-0123456789abcdef0',
  endpointType: 'VPC' as const,
  ...speaks('SFTP'),
  ...offers('mlkem768x25519-sha256', 'curve25519-sha256'),
};

checkSuite(check, base, [
  { when: 'ML-KEM is offered beside classic ones', given: {}, expect: 'pass', message: /mlkem768x25519-sha256/ },
  {
    when: 'Kyber, its forerunner, is offered',
    given: offers('ecdh-nistp384-kyber-768r3-sha384-d00@openquantumsafe.org'),
    expect: 'pass',
  },
  {
    when: 'only classic ones are offered',
    given: offers(
      'curve25519-sha256@libssh.org',
      'ecdh-sha2-nistp521',
      'diffie-hellman-group14-sha1',
      'diffie-hellman-group-exchange-sha256',
    ),
    expect: 'fail',
  },
  { when: 'one is not known to us', given: offers('curve25519-sha256', 'frodo1344-sha512'), expect: 'unknown' },
  { when: 'the list is empty', given: offers(), expect: 'unknown' },
  { when: 'it does not speak SFTP', given: { ...speaks('FTPS', 'AS2'), ...offers() }, expect: 'not-applicable' },
  {
    when: 'AWS does not say which policy it has',
    given: { security: { name: undefined, fips: undefined, keyExchanges: undefined } },
    expect: 'unknown',
  },
  {
    when: 'AWS does not say which protocols it speaks',
    given: { details: { protocols: undefined, loggingRole: undefined, logsTo: undefined } },
    expect: 'unknown',
  },
]);
