import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { server } from '../../src/services/transfer/server.ts';

export default defineCheck({
  id: 'transfer-server-post-quantum-ssh',
  title: 'Transfer Family servers offer a post-quantum key exchange for SFTP',
  resource: server,
  needs: ['details', 'security'],
  risk: 'Who records what is moved today can read it once quantum computers break the key exchange.',
  fix: {
    text: 'Choose a security policy whose key exchanges have ML-KEM in them. Clients that cannot speak it agree on one of the others that the policy holds.',
    cli: 'aws transfer update-server --server-id {id} --security-policy-name TransferSecurityPolicy-2025-03',
  },
  references: [
    'https://docs.aws.amazon.com/transfer/latest/userguide/post-quantum-security-policies.html',
    'https://docs.aws.amazon.com/transfer/latest/APIReference/API_DescribedSecurityPolicy.html',
  ],
  evaluate({ id, details: { protocols }, security: { name: policy, keyExchanges } }) {
    const name = `server ${id}`;
    if (protocols === undefined) return unknown(`AWS does not say which protocols ${name} speaks`);
    if (!protocols.includes('SFTP')) return notApplicable(`${name} does not speak SFTP`);
    if (keyExchanges === undefined || keyExchanges.length === 0)
      return unknown(`AWS does not say which key exchanges ${policy ?? 'the security policy'} of ${name} has`);
    const observed = { policy, keyExchanges };
    const hybrid = keyExchanges.filter((one) => postQuantum.test(one));
    if (hybrid.length > 0) return pass(`${name} offers ${hybrid.join(', ')} (${policy})`, observed);
    const unheard = keyExchanges.filter((one) => !classic.test(one));
    return unheard.length > 0
      ? unknown(
          `whether ${unheard.join(', ')} of ${policy}, which ${name} has, withstands quantum computers is not known`,
        )
      : fail(`${name} offers no post-quantum key exchange (${policy})`, observed);
  },
});

/** ML-KEM, its forerunner Kyber, and NTRU Prime, each with a classic one beside it. */
const postQuantum = /mlkem|kyber|sntrup/i;
const classic =
  /^(?:curve25519-sha256(?:@libssh\.org)?|ecdh-sha2-nistp\d+|diffie-hellman-group(?:\d+|-exchange)-sha\d+)$/;
