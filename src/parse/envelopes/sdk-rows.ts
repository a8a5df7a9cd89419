// How each SDK prints an error: which of its parts stand before the message and which after.
import type { PatternRow } from '../findings/pattern-row.ts';

const python = [
  {
    id: 'botocore',
    role: 'head',
    hints: ['when calling the'],
    pattern: String.raw`(?:An error occurred )?\((?<code>[\w.:-]{1,100})\) when calling the (?<operation>\w{1,100}) operation(?=(?:[^\n]{0,400}?\barn:aws[a-z-]{0,12}:(?<arnService>[a-z][a-z0-9-]{1,40}):)?)`,
  },
  {
    id: 'aws-cli-before-2015',
    role: 'head',
    tool: 'aws-cli',
    hints: ['A client error ('],
    pattern: String.raw`A client error \((?<code>[\w.-]{1,100})\) occurred(?: when calling the (?<operation>\w{1,100}) operation)?`,
  },
  {
    id: 'boto2',
    role: 'head',
    tool: 'boto',
    hints: ['ResponseError: 40', 'ResponseError(40'],
    pattern: String.raw`\b(?:(?<sdkService>EC2|S3|SQS|SNS|SES|EMR|STS|JSON|Boto(?:Server)?)?ResponseError): (?<httpStatus>40[013]) \w{3,20}`,
  },
  {
    id: 'boto2-error',
    role: 'head',
    tool: 'boto',
    hints: ['boto.exception'],
    pattern: String.raw`boto\.exception\.(?<sdkService>S3|EC2|SQS)\w{0,40}Error`,
  },
  {
    id: 'python-trace',
    role: 'mark',
    tool: 'boto',
    hints: ['Traceback (most recent', 'botocore.', 'boto3', 'ClientError', "'ResponseMetadata'"],
    pattern: String.raw`Traceback \(most recent call last\)|\bbotocore\.|\bboto3\b|\bClientError: An error|'ResponseMetadata'`,
  },
] as const satisfies readonly PatternRow[];

/** The line of botocore alone could be the AWS CLI's or boto3's: a prompt or a prefix tells. */
const cli = [
  {
    id: 'aws-cli-prefix',
    role: 'mark',
    tool: 'aws-cli',
    hints: ['fatal error: ', ' failed: ', 'aws: [ERROR]'],
    pattern: String.raw`\bfatal error: (?=An error)|\b(?:upload|download|copy|move|delete|(?:make|remove)_bucket) failed: |\baws: \[ERROR\]`,
  },
  {
    id: 'aws-cli-command',
    role: 'mark',
    tool: 'aws-cli',
    hints: ['aws '],
    pattern: String.raw`(?:^|[$#%>❯➜] )aws (?:--[\w-]{1,40}[ =]\S{1,80} ){0,4}(?:s3 (?:ls|cp|mv|rm|sync|mb|rb|presign|website)|[a-z0-9-]{2,40} [a-z0-9]{2,30}(?:-[a-z0-9]{1,40}){1,8})\b`,
  },
] as const satisfies readonly PatternRow[];

const jvm = [
  {
    id: 'java-suffix',
    role: 'detail',
    tool: 'sdk-java',
    hints: ['Service: ', 'service: ', 'Service:\n'],
    pattern: String.raw`\( ?[Ss]ervice: (?<sdkService>[^;,()]{1,60})[;,] [Ss]tatus [Cc]ode: (?<httpStatus>\d{3}) ?(?:[;,] [Ee]rror [Cc]ode: (?<code>4\d\d(?: [A-Z]\w{2,20}){0,3}|[A-Za-z_][\w.]{0,99}\w))?(?:[;,] [Rr]equest ID: (?<requestId>[^;,()\s]{1,200}))?`,
  },
  {
    id: 'java-class',
    role: 'head',
    tool: 'sdk-java',
    hints: ['com.amazonaws.services.', 'software.amazon.awssdk.services.'],
    pattern: String.raw`(?:com\.amazonaws\.services|software\.amazon\.awssdk\.services)\.(?<sdkService>[a-z0-9]{2,40})\.model\.(?:(?<code>(?:AccessDenied|Unauthorized|NotAuthorized|Forbidden|ExpiredToken|UnrecognizedClient|InvalidSignature|Throttling|ResourceNotFound|InvalidParameterValue|InvalidRequest|Validation)\w{0,40})|\w{3,80}Exception):`,
  },
  {
    id: 'java-package',
    role: 'mark',
    tool: 'sdk-java',
    hints: ['com.amazonaws', 'software.amazon.awssdk'],
    pattern: String.raw`(?<!Domain=)com\.amazonaws\.|software\.amazon\.awssdk\.`,
  },
] as const satisfies readonly PatternRow[];

const go = [
  {
    id: 'go-operation',
    role: 'head',
    tool: 'sdk-go',
    hints: ['operation error '],
    pattern: String.raw`operation error (?<sdkService>[A-Za-z0-9][\w. -]{0,60}?): (?<operation>[A-Z]\w{1,100})\b`,
  },
  {
    id: 'go-api-error',
    role: 'head',
    tool: 'sdk-go',
    hints: ['api error ', 'api error\n'],
    pattern: String.raw`\bapi error (?<code>[\w.]{1,100})(?=:|$)`,
  },
  {
    id: 'go-modelled-error',
    role: 'head',
    tool: 'sdk-go',
    hints: ['https response error'],
    pattern: String.raw`https response error StatusCode: (?<httpStatus>\d{3}), RequestID: ?(?<requestId>[\w-]{0,200}),(?: HostID: ?[^,\s]{0,300},)?(?: (?!api\s)(?<code>[A-Z]\w{3,80}):)?`,
  },
  {
    id: 'go-suffix',
    role: 'detail',
    tool: 'sdk-go',
    hints: ['status code:'],
    pattern: String.raw`status code: (?<httpStatus>\d{3}), request id: ?(?<requestId>[A-Za-z0-9][\w=+/-]{0,200})?`,
  },
  { id: 'go-dump', role: 'mark', tool: 'sdk-go', hints: ['RespMetadata'], pattern: 'RespMetadata' },
] as const satisfies readonly PatternRow[];

const others = [
  {
    id: 'dotnet-exception',
    role: 'head',
    tool: 'sdk-dotnet',
    hints: ['Amazon.'],
    pattern: String.raw`\bAmazon\.(?<sdkService>[A-Z][A-Za-z0-9]{1,40})\.(?:Model\.)?(?:(?<code>(?:AccessDenied|Unauthorized|NotAuthorized)\w{0,30})|\w{3,80}Exception)\b`,
  },
  {
    id: 'powershell-cmdlet',
    role: 'head',
    tool: 'sdk-dotnet',
    hints: [' : '],
    pattern: String.raw`\b(?:Get|Read|Write|New|Remove|Set|Use|Copy|Register|Update|Start|Stop|Invoke|Send)-(?<sdkService>S3|EC2|SSM|IAM|STS|SEC|LM|CFN|DDB|SQS|SNS|KMS|ECS|EKS|R53|CWL|CW)\w{0,60} : `,
  },
  {
    id: 'powershell',
    role: 'mark',
    tool: 'sdk-dotnet',
    hints: ['-AWS', '-S3', '-EC2', '-SSM', '-IAM', '-STS'],
    pattern: String.raw`\b(?:Get|Read|Write|New|Remove|Set|Use|Copy|Register)-(?:AWS|S3|EC2|SSM|IAM|STS|SEC|LM|CFN)\w{0,60}\b`,
  },
  {
    id: 'php-executing',
    role: 'head',
    tool: 'sdk-php',
    hints: ['Error executing "', "Error executing '"],
    pattern: String.raw`Error executing ["'](?<operation>\w{1,100})["'] on ["'](?:https?://)?(?<host>[^"'/\s]{1,255})?`,
  },
  {
    id: 'php2-fields',
    role: 'head',
    tool: 'sdk-php',
    hints: ['AWS Error Code:'],
    pattern: String.raw`AWS Error Code: (?<code>[\w.]{1,100}), Status Code: (?<httpStatus>\d{3}), AWS Request ID: (?:> ?)?(?<requestId>[\w-]{1,200})`,
  },
  {
    id: 'php-class',
    role: 'head',
    tool: 'sdk-php',
    hints: ['Aws\\'],
    pattern: String.raw`\bAws\\{1,4}(?<sdkService>[A-Z]\w{1,40})\\{1,4}Exception\b`,
  },
  {
    id: 'php-method',
    role: 'head',
    tool: 'sdk-php',
    hints: ['S3::'],
    pattern: String.raw`\bS3::(?<operation>[a-z]\w{2,60})\(`,
    states: { service: 's3' },
  },
  {
    id: 'ruby-error',
    role: 'head',
    tool: 'sdk-ruby',
    hints: ['::Errors::'],
    pattern: String.raw`(?<!\()\b(?:Aws|AWS)::(?<sdkService>\w{1,60})::Errors::(?<code>\w{1,100})`,
  },
  {
    id: 'ruby-suffix',
    role: 'detail',
    tool: 'sdk-ruby',
    hints: ['::Errors::'],
    pattern: String.raw`\((?:Aws|AWS)::(?<sdkService>\w{1,60})::Errors::(?<code>\w{1,100})\)?`,
  },
  {
    id: 'ruby-fog',
    role: 'head',
    tool: 'sdk-ruby',
    hints: ['Fog::', 'Excon::'],
    pattern: String.raw`\b(?:Fog|Excon)::\w{2,60}(?:::\w{2,60}){0,5}`,
  },
  {
    id: 'rust-metadata',
    role: 'mark',
    tool: 'sdk-rust',
    hints: ['ErrorMetadata', 'ServiceError {', 'SdkError', 'aws_smithy'],
    pattern: 'ErrorMetadata|ServiceError ?[{(]|SdkError|aws_smithy',
  },
  {
    id: 'swift-struct',
    role: 'head',
    tool: 'sdk-swift',
    hints: ['Exception(', 'Error(', 'Denied(', 'Fault('],
    pattern: String.raw`\b(?<code>(?!Unknown|Service)[A-Z]\w{3,80}(?:Exception|Error|Denied|Fault))\((?:httpResponse|properties|message|requestID): `,
  },
  {
    id: 'swift-error',
    role: 'mark',
    tool: 'sdk-swift',
    hints: ['UnknownAWSHTTPServiceError', 'AWSClientRuntime', 'typeName: Optional', 'NIOHTTP1', 'Domain=com.amazonaws'],
    pattern: String.raw`UnknownAWSHTTPServiceError|AWSClientRuntime|typeName: ?Optional|\bNIOHTTP1\b|Error Domain=com\.amazonaws`,
  },
  {
    id: 'cpp-log',
    role: 'mark',
    tool: 'sdk-cpp',
    hints: ['AWSErrorMarshaller', 'AWSClient', 'aws-sdk-cpp'],
    pattern: String.raw`AWSErrorMarshaller|\bAWSClient\b|aws-sdk-cpp`,
  },
  {
    id: 'js-service-file',
    role: 'detail',
    tool: 'sdk-js',
    hints: ['aws-sdk/lib/services/'],
    pattern: String.raw`\baws-sdk/lib/services/(?<sdkService>[a-z0-9]{2,40})\.js\b`,
  },
  {
    id: 'js-metadata',
    role: 'mark',
    tool: 'sdk-js',
    hints: ['$metadata', '$fault', 'node_modules/aws-sdk', '@aws-sdk/', 'Request.extractError', 'retryDelay'],
    pattern: String.raw`\$metadata|\$fault|node_modules/aws-sdk|@aws-sdk/|Request\.extractError|\bretryDelay\b`,
  },
] as const satisfies readonly PatternRow[];

export const sdkRows: readonly PatternRow[] = [...python, ...cli, ...jvm, ...go, ...others];
