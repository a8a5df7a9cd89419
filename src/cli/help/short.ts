// What somebody reads who called the program with nothing.

export const examples = `  aws s3 cp report.csv s3://reports/ 2>&1 | whydenied
  whydenied "An error occurred (AccessDenied) when calling the AssumeRole operation: …"
  whydenied -f terraform.log --format markdown -o checklist.md`;

export const shortHelp = `whydenied: nothing to diagnose. Give the error as text, as a file, or through a pipe:

${examples}

whydenied --help says more.`;
