/** What can be wrong with a scene. */
export type Kind =
  | 'format'
  | 'types'
  | 'syntax'
  | 'throws'
  | 'stuck'
  | 'blank'
  | 'still'
  | 'image'
  | 'missing'
  | 'transparent'
  | 'outside'
  | 'cut'
  | 'covered'
  | 'unreadable'
  | 'small'
  | 'overlap';

export type Finding = {
  /** The scene's file name. */
  file: string;
  kind: Kind;
  /** What is wrong and what to do about it. */
  message: string;
};

/** Lists findings under the scenes that they belong to. */
export const listFindings = (findings: Finding[]): string => {
  const files = [...new Set(findings.map(({file}) => file))].sort();
  return files
    .map((file) => {
      const lines = findings
        .filter((finding) => finding.file === file)
        .map(({kind, message}) => `  ${kind.padEnd(12)}${message}`);
      return [file, ...lines].join('\n');
    })
    .join('\n');
};
