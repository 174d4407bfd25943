import { answers } from '../../answers.ts';
import { fails } from '../../front.ts';

export default answers('s3-control', {
  GetPublicAccessBlock: fails({ code: 'NoSuchPublicAccessBlockConfiguration', status: 404 }),
});
