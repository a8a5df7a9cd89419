// Draws rows that are laid out and painted already, one text a row.
import { Box, Text } from 'ink';
import type { Row } from './layout/rows.ts';

export function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <Box flexDirection="column">
      {rows.map((row, position) => (
        <Text key={position} wrap="truncate-end">
          {row === '' ? ' ' : row}
        </Text>
      ))}
    </Box>
  );
}
