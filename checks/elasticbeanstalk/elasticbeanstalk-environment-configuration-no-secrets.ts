import { noSecrets } from '../../src/judgements/secrets/secrets.ts';
import { environment } from '../../src/services/elasticbeanstalk/environment.ts';

export default noSecrets(environment, 'elasticbeanstalk-environment-configuration-no-secrets', {
  title: 'Elastic Beanstalk environments have no secrets in their variables',
  in: 'variableSecrets',
  place: 'its environment variables',
  expected: 'secrets that are fetched from Secrets Manager or Parameter Store',
  risk: 'Everyone who may describe the environment, and every process on its instances, reads the secret.',
  fix: {
    text: 'Put the secret into Secrets Manager or Parameter Store, let the environment fetch it from there (namespace aws:elasticbeanstalk:application:environmentsecrets), take the variable out, and rotate the secret.',
  },
  references: ['https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html'],
});
