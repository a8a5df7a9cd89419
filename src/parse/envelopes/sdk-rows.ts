// How each SDK prints an error: which of its parts stand before the message and which after.
import type { PatternRow } from '../findings/pattern-row.ts';

const python = [
  {
    id: 'botocore',
    role: 'head',
    tool: 'boto',
    hints: ['when calling the'],
    pattern:
      /(?:An\s{1,9}error\s{1,9}occurred\s{1,9})?\((?<code>[\w.:-]{1,100})\)\s{1,9}when\s{1,9}calling\s{1,9}the\s{1,9}(?<operation>\w{1,100})\s{1,9}operation(?=(?:[^\n]{0,400}?\barn:aws[a-z-]{0,12}:(?<arnService>[a-z][a-z0-9-]{1,40}):)?)/g,
  },
  {
    id: 'aws-cli-before-2015',
    role: 'head',
    tool: 'aws-cli',
    hints: ['A client error ('],
    pattern:
      /A\s{1,9}client\s{1,9}error\s{1,9}\((?<code>[\w.-]{1,100})\)\s{1,9}occurred(?:\s{1,9}when\s{1,9}calling\s{1,9}the\s{1,9}(?<operation>\w{1,100})\s{1,9}operation)?/g,
  },
  {
    id: 'boto2',
    role: 'head',
    tool: 'boto',
    hints: ['ResponseError: 40', 'ResponseError(40'],
    pattern:
      /\b(?:(?<sdkService>EC2|S3|SQS|SNS|SES|EMR|STS|JSON|Boto(?:Server)?)?ResponseError):\s{1,9}(?<httpStatus>40[013])\s{1,9}\w{3,20}/g,
  },
  {
    id: 'boto2-error',
    role: 'head',
    tool: 'boto',
    hints: ['boto.exception'],
    pattern: /boto\.exception\.(?<sdkService>S3|EC2|SQS)\w{0,40}Error/g,
  },
] as const satisfies readonly PatternRow[];

const jvm = [
  {
    id: 'java-suffix',
    role: 'detail',
    tool: 'sdk-java',
    hints: ['Service: ', 'service: ', 'Service:\n'],
    pattern:
      /\(\s{0,9}[Ss]ervice:\s{1,20}(?<sdkService>[^;,()]{1,60})[;,]\s{1,20}[Ss]tatus\s{1,20}[Cc]ode:\s{1,20}(?<httpStatus>\d{3})\s{0,9}(?:[;,]\s{1,20}[Ee]rror\s{1,20}[Cc]ode:\s{1,20}(?<code>4\d\d(?: [A-Z]\w{2,20}){0,3}|[A-Za-z_][\w.]{0,99}\w))?(?:[;,]\s{1,20}[Rr]equest\s{1,20}ID:\s{1,20}(?<requestId>[^;,()\s]{1,200}))?/g,
  },
  {
    id: 'java-class',
    role: 'head',
    tool: 'sdk-java',
    hints: ['com.amazonaws.services.', 'software.amazon.awssdk.services.'],
    pattern:
      /(?:com\.amazonaws\.services|software\.amazon\.awssdk\.services)\.(?<sdkService>[a-z0-9]{2,40})\.model\.(?:(?<code>(?:AccessDenied|Unauthorized|NotAuthorized|Forbidden|ExpiredToken|UnrecognizedClient|InvalidSignature|Throttling|ResourceNotFound|InvalidParameterValue|InvalidRequest|Validation)\w{0,40})|\w{3,80}Exception):/g,
  },
  {
    id: 'java-package',
    role: 'mark',
    tool: 'sdk-java',
    hints: ['com.amazonaws', 'software.amazon.awssdk'],
    pattern: /com\.amazonaws\.|software\.amazon\.awssdk\./g,
  },
] as const satisfies readonly PatternRow[];

const go = [
  {
    id: 'go-operation',
    role: 'head',
    tool: 'sdk-go',
    hints: ['operation error '],
    pattern:
      /operation\s{1,9}error\s{1,9}(?<sdkService>[A-Za-z0-9][\w. -]{0,60}?):\s{1,20}(?<operation>[A-Z]\w{1,100})\b/g,
  },
  {
    id: 'go-api-error',
    role: 'head',
    tool: 'sdk-go',
    hints: ['api error ', 'api error\n'],
    pattern: /\bapi\s{1,20}error\s{1,20}(?<code>[\w.]{1,100})(?=:|$)/g,
  },
  {
    id: 'go-modelled-error',
    role: 'head',
    tool: 'sdk-go',
    hints: ['https response error'],
    pattern:
      /https\s{1,9}response\s{1,9}error\s{1,9}StatusCode:\s{1,9}(?<httpStatus>\d{3}),\s{1,20}RequestID:\s{0,9}(?<requestId>[\w-]{0,200}),(?:\s{1,20}HostID:\s{0,9}[^,\s]{0,300},)?(?:\s{1,20}(?!api\s)(?<code>[A-Z]\w{3,80}):)?/g,
  },
  {
    id: 'go-suffix',
    role: 'detail',
    tool: 'sdk-go',
    hints: ['status code:'],
    pattern:
      /status\s{1,20}code:\s{1,9}(?<httpStatus>\d{3}),\s{1,20}request\s{1,20}id:\s{0,9}(?<requestId>[A-Za-z0-9][\w=+/-]{0,200})?/g,
  },
  { id: 'go-dump', role: 'mark', tool: 'sdk-go', hints: ['RespMetadata'], pattern: /RespMetadata/g },
] as const satisfies readonly PatternRow[];

const others = [
  {
    id: 'dotnet-exception',
    role: 'head',
    tool: 'sdk-dotnet',
    hints: ['Amazon.'],
    pattern:
      /\bAmazon\.(?<sdkService>[A-Z][A-Za-z0-9]{1,40})\.(?:Model\.)?(?:(?<code>(?:AccessDenied|Unauthorized|NotAuthorized)\w{0,30})|\w{3,80}Exception)\b/g,
  },
  {
    id: 'powershell-cmdlet',
    role: 'head',
    tool: 'sdk-dotnet',
    hints: [' : '],
    pattern:
      /\b(?:Get|Read|Write|New|Remove|Set|Use|Copy|Register|Update|Start|Stop|Invoke|Send)-(?<sdkService>S3|EC2|SSM|IAM|STS|SEC|LM|CFN|DDB|SQS|SNS|KMS|ECS|EKS|R53|CWL|CW)\w{0,60} : /g,
  },
  {
    id: 'powershell',
    role: 'mark',
    tool: 'sdk-dotnet',
    hints: ['-AWS', '-S3', '-EC2', '-SSM', '-IAM', '-STS'],
    pattern: /\b(?:Get|Read|Write|New|Remove|Set|Use|Copy|Register)-(?:AWS|S3|EC2|SSM|IAM|STS|SEC|LM|CFN)\w{0,60}\b/g,
  },
  {
    id: 'php-executing',
    role: 'head',
    tool: 'sdk-php',
    hints: ['Error executing "', "Error executing '"],
    pattern:
      /Error\s{1,9}executing\s{1,9}["'](?<operation>\w{1,100})["']\s{1,9}on\s{1,9}["'](?:https?:\/\/)?(?<host>[^"'/\s]{1,255})?/g,
  },
  {
    id: 'php2-fields',
    role: 'head',
    tool: 'sdk-php',
    hints: ['AWS Error Code:'],
    pattern:
      /AWS\s{1,9}Error\s{1,9}Code:\s{1,9}(?<code>[\w.]{1,100}),\s{1,9}Status\s{1,9}Code:\s{1,9}(?<httpStatus>\d{3}),\s{1,9}AWS\s{1,9}Request\s{1,9}ID:\s{1,9}(?:>\s{0,9})?(?<requestId>[\w-]{1,200})/g,
  },
  {
    id: 'php-class',
    role: 'head',
    tool: 'sdk-php',
    hints: ['Aws\\'],
    pattern: /\bAws\\{1,4}(?<sdkService>[A-Z]\w{1,40})\\{1,4}Exception\b/g,
  },
  {
    id: 'php-method',
    role: 'head',
    tool: 'sdk-php',
    hints: ['S3::'],
    pattern: /\bS3::(?<operation>[a-z]\w{2,60})\(/g,
    states: { service: 's3' },
  },
  {
    id: 'ruby-error',
    role: 'head',
    tool: 'sdk-ruby',
    hints: ['::Errors::'],
    pattern: /\b(?:Aws|AWS)::(?<sdkService>\w{1,60})::Errors::(?<code>\w{1,100})/g,
  },
  {
    id: 'ruby-fog',
    role: 'head',
    tool: 'sdk-ruby',
    hints: ['Fog::', 'Excon::'],
    pattern: /\b(?:Fog|Excon)::\w{2,60}(?:::\w{2,60}){0,5}/g,
  },
  {
    id: 'rust-metadata',
    role: 'mark',
    tool: 'sdk-rust',
    hints: ['ErrorMetadata', 'ServiceError {', 'SdkError', 'aws_smithy'],
    pattern: /ErrorMetadata|ServiceError\s{0,9}[{(]|SdkError|aws_smithy/g,
  },
  {
    id: 'swift-error',
    role: 'mark',
    tool: 'sdk-swift',
    hints: ['UnknownAWSHTTPServiceError', 'AWSClientRuntime', 'typeName: Optional'],
    pattern: /UnknownAWSHTTPServiceError|AWSClientRuntime|typeName:\s{0,4}Optional/g,
  },
  {
    id: 'cpp-log',
    role: 'mark',
    tool: 'sdk-cpp',
    hints: ['AWSErrorMarshaller', 'AWSClient', 'aws-sdk-cpp'],
    pattern: /AWSErrorMarshaller|\bAWSClient\b|aws-sdk-cpp/g,
  },
  {
    id: 'js-metadata',
    role: 'mark',
    tool: 'sdk-js',
    hints: ['$metadata', '$fault', 'node_modules/aws-sdk', '@aws-sdk/', 'Request.extractError', 'retryDelay'],
    pattern: /\$metadata|\$fault|node_modules\/aws-sdk|@aws-sdk\/|Request\.extractError|\bretryDelay\b/g,
  },
  {
    id: 'aws-cli-prefix',
    role: 'mark',
    tool: 'aws-cli',
    hints: ['fatal error: ', 'upload failed: ', 'aws: [ERROR]', '$ aws ', 'download failed: '],
    pattern: /\bfatal error: (?=An error)|\b(?:up|down)load failed: |aws: \[ERROR\]|^\s{0,9}\$\s{1,4}aws\s/gm,
  },
] as const satisfies readonly PatternRow[];

export const sdkRows: readonly PatternRow[] = [...python, ...jvm, ...go, ...others];
