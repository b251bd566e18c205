<# Enough of a highlighter for most languages: comments, texts, numbers, keywords, names that are called. #>
const TOKENS =
  /(\/\/.*|\/\*.*?\*\/|# .*|--\s.*|"(?:\\.|[^"])*"?|'(?:\\.|[^'])*'?|`[^`]*`?|<\/?\w+|[\w$]+(?=\()|[\w$]+)/;
const KEYWORDS =
  /^(<.*|abstract|and|as|async|await|break|case|catch|class|const|continue|def|default|do|elif|else|enum|export|extends|false|finally|fn|for|from|func|function|if|impl|import|in|interface|is|lambda|let|match|mod|mut|new|nil|none|not|null|or|package|pass|print|private|pub|public|return|self|static|struct|super|switch|this|throw|true|try|type|undefined|use|var|void|while|with|yield|select|where|insert|update|into|order|group|by|join|limit)$/i;

/** The colour of a piece of code, and so what it is. */
const colorOf = (piece: string, palette: Props['palette']) => {
  if (/^(\/[/*]|# |--)/.test(piece)) return palette.muted;
  if (/^["'`\d]/.test(piece)) return palette.accent2;
  if (KEYWORDS.test(piece)) return palette.accent;
  return /^\W+$/.test(piece) ? palette.muted : palette.text;
};
