// The tokens of Terraform's own language as they may stand in a tfvars file. Every character becomes a token, the
// wrong ones too (UNKNOWN, BAD_ESCAPE, ...), so that what is reported is always ours and never ANTLR's.
// A byte that is no UTF-8 arrives as the code point U+DC00 + byte: see SourceText.
lexer grammar TfvarsLexer;

// FOR is `for` right after an opening bracket, set by SignificantTokens; HEREDOC_END is set by TfvarsScanner.
tokens { FOR, HEREDOC_END }

SPACES : [ \t]+ -> skip ;
LINE_COMMENT : ('#' | '//') ~[\n]* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;
NEWLINE : '\r'? '\n' ;

IDENT : ([a-zA-Z_] | WIDE_START) ([a-zA-Z0-9_\-] | WIDE_CONTINUE)* ;
// What Unicode calls ID_Start and ID_Continue, beyond ASCII. Java is asked character by character: as sets of ANTLR's they
// are put together at each start, which takes longer than reading a file.
fragment WIDE_START : WIDE {Character.isUnicodeIdentifierStart(_input.LA(-1))}? ;
fragment WIDE_CONTINUE : WIDE {Character.isUnicodeIdentifierPart(_input.LA(-1)) && !Character.isIdentifierIgnorable(_input.LA(-1))}? ;
fragment WIDE : [\u0080-\u{10FFFF}] ;
// Wider than a number, as Terraform's: `1.2.3` is one wrong number, not three tokens.
NUMBER : [0-9] (([0-9.] | EXPONENT)* ([0-9] | EXPONENT))? ;
fragment EXPONENT : [eE] [+\-]? [0-9] ;

EQUALS : '=' ;
COLON : ':' ;
COMMA : ',' ;
DOT : '.' ;
STAR : '*' ;
MINUS : '-' ;
BANG : '!' ;
QUESTION : '?' ;
OPERATOR : '==' | '!=' | '>=' | '<=' | '>' | '<' | '&&' | '||' | '+' | '/' | '%' ;
ELLIPSIS : '...' ;
ARROW : '=>' ;
DOUBLE_COLON : '::' ;

LPAREN : '(' ;
RPAREN : ')' ;
LBRACK : '[' ;
RBRACK : ']' ;
// Braces nest modes, so that the `}` that ends a template leads back into its string.
LBRACE : '{' -> pushMode(DEFAULT_MODE) ;
RBRACE : '}' -> popMode ;
TRIM_RBRACE : '~}' -> popMode ;

QUOTE : '"' -> pushMode(STRING) ;
HEREDOC_BEGIN : '<<' '-'? IDENT '\r'? '\n' -> pushMode(HEREDOC) ;
UNKNOWN : . ;

mode STRING;
QUOTE_END : '"' -> popMode ;
ESCAPE : '\\' [nrt"\\] | '\\u' HEX HEX HEX HEX | '\\U' HEX HEX HEX HEX HEX HEX HEX HEX ;
fragment HEX : [0-9a-fA-F] ;
BAD_ESCAPE : '\\' ~[\r\n]? ;
TEMPLATE_ESCAPE : '$${' | '%%{' ;
TEMPLATE_BEGIN : ('${' | '%{') '~'? -> pushMode(DEFAULT_MODE) ;
TEXT : ~["\\$%\r\n\uDC80-\uDCFF]+ | [$%] ;
BAD_BYTE : [\uDC80-\uDCFF] ;
// Ends the string for us, so that one forgotten quote does not swallow the file.
UNCLOSED : ('\r'? '\n' | '\r') -> popMode ;

mode HEREDOC;
HEREDOC_NEWLINE : '\r'? '\n' ;
HEREDOC_ESCAPE : TEMPLATE_ESCAPE -> type(TEMPLATE_ESCAPE) ;
HEREDOC_TEMPLATE : ('${' | '%{') '~'? -> type(TEMPLATE_BEGIN), pushMode(DEFAULT_MODE) ;
HEREDOC_TEXT : (~[$%\r\n\uDC80-\uDCFF]+ | [$%]) -> type(TEXT) ;
HEREDOC_BAD_BYTE : [\uDC80-\uDCFF] -> type(BAD_BYTE) ;
HEREDOC_UNKNOWN : . -> type(UNKNOWN) ;
