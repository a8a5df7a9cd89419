// Lists the services whose APIs answer in XML: they print the code `AccessDenied` where services answering in JSON print `AccessDeniedException`.

const xmlServices = [
  'autoscaling',
  'cloudformation',
  'cloudfront',
  'cloudsearch',
  'cloudwatch',
  'ec2',
  'elasticache',
  'elasticbeanstalk',
  'elasticloadbalancing',
  'iam',
  'importexport',
  'rds',
  'redshift',
  'route53',
  's3',
  's3-outposts',
  's3express',
  'sdb',
  'ses',
  'sns',
  'sqs',
  'sts',
] as const;

export const answersInXml = (service: string): boolean => xmlServices.some((known) => known === service);
