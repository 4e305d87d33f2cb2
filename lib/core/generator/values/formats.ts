/** Whole numbers of the OpenAPI format registry (https://spec.openapis.org/registry/format), as closed ranges. */
export const integerRanges: Readonly<Record<string, { min: number; max: number }>> = {
  int8: { min: -128, max: 127 },
  uint8: { min: 0, max: 255 },
  int16: { min: -32768, max: 32767 },
  uint16: { min: 0, max: 65535 },
  int32: { min: -2147483648, max: 2147483647 },
  uint32: { min: 0, max: 4294967295 },
  // The largest doubles within the range: a JSON number of ours is a double.
  int64: { min: -9223372036854775808, max: 9223372036854774784 },
  uint64: { min: 0, max: 18446744073709549568 },
};
