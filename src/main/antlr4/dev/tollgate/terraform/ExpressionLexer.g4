// A string of Terraform's JSON syntax: a template whose `${…}` hold expressions.
// https://developer.hashicorp.com/terraform/language/syntax/json#expression-mapping
lexer grammar ExpressionLexer;

ESCAPED : '$${' | '%%{' ;
OPEN : '${' '~'? -> pushMode(EXPRESSION) ;
DIRECTIVE : '%{' '~'? -> pushMode(EXPRESSION) ;
TEXT : ~[$%]+ | '$' | '%' ;

mode EXPRESSION;
LBRACE : '{' -> pushMode(EXPRESSION) ;
RBRACE : '~'? '}' -> popMode ;
QUOTE : '"' -> pushMode(STRING) ;
NUMBER : [0-9]+ ('.' [0-9]+)? ([eE] [+-]? [0-9]+)? ;
TRUE : 'true' ;
FALSE : 'false' ;
NULL : 'null' ;
FOR : 'for' ;
IN : 'in' ;
IF : 'if' ;
ELSE : 'else' ;
ENDIF : 'endif' ;
ENDFOR : 'endfor' ;
NAME : ([a-zA-Z_] | WIDE_START) ([a-zA-Z0-9_-] | WIDE_CONTINUE)* ;
// See TfvarsLexer.
fragment WIDE_START : WIDE {Character.isUnicodeIdentifierStart(_input.LA(-1))}? ;
fragment WIDE_CONTINUE : WIDE {Character.isUnicodeIdentifierPart(_input.LA(-1)) && !Character.isIdentifierIgnorable(_input.LA(-1))}? ;
fragment WIDE : [\u0080-\u{10FFFF}] ;
ELLIPSIS : '...' ;
SPLAT : '.*' | '[*]' ;
ARROW : '=>' ;
EQ : '==' ;
NE : '!=' ;
LE : '<=' ;
GE : '>=' ;
AND : '&&' ;
OR : '||' ;
LT : '<' ;
GT : '>' ;
ASSIGN : '=' ;
NOT : '!' ;
DOT : '.' ;
COMMA : ',' ;
COLON : ':' ;
QUESTION : '?' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;
DIVIDE : '/' ;
MODULO : '%' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
SPACE : [ \t\r\n]+ -> skip ;
COMMENT : ('#' | '//') ~[\r\n]* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;

mode STRING;
END_QUOTE : '"' -> popMode ;
STRING_ESCAPED : ('$${' | '%%{') -> type(ESCAPED) ;
STRING_OPEN : '${' '~'? -> type(OPEN), pushMode(EXPRESSION) ;
STRING_DIRECTIVE : '%{' '~'? -> type(DIRECTIVE), pushMode(EXPRESSION) ;
ESCAPE : '\\' ('u' HEX HEX HEX HEX | 'U' HEX HEX HEX HEX HEX HEX HEX HEX | [nrt"\\]) ;
STRING_TEXT : (~[$%"\\]+ | '$' | '%') -> type(TEXT) ;
fragment HEX : [0-9a-fA-F] ;
