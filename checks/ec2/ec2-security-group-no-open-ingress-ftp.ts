import { openService } from '../../src/judgements/network/open-service.ts';

export default openService('ec2-security-group-no-open-ingress-ftp', {
  risk: 'FTP sends passwords and files in clear text, and its servers are guessed at all day long.',
  instead: 'Use SFTP, such as that of Transfer Family.',
});
