// Terraform's expressions as far as they can stand in a tfvars file without a variable. Wider than literals, so that
// an operator or a template is named for what it is (LiteralReader) instead of being a syntax error.
// Newlines that mean nothing are gone before the parser sees them: see SignificantTokens.
parser grammar TfvarsParser;

options { tokenVocab = TfvarsLexer; }

attribute : IDENT EQUALS expression (NEWLINE | EOF) ;

expression : operand ((OPERATOR | STAR | MINUS) operand)* (QUESTION expression COLON expression)? ;

operand : (MINUS | BANG)* term access* ;

term
    : NUMBER
    | string
    | heredoc
    | tuple
    | object
    | forExpression
    | LPAREN expression RPAREN
    | call
    | IDENT
    ;

string : QUOTE part* QUOTE_END ;

heredoc : HEREDOC_BEGIN part* HEREDOC_END ;

part : TEXT | HEREDOC_NEWLINE | ESCAPE | TEMPLATE_ESCAPE | BAD_ESCAPE | BAD_BYTE | template ;

template : TEMPLATE_BEGIN skipped* (RBRACE | TRIM_RBRACE) ;

tuple : LBRACK (expression (COMMA expression)* COMMA?)? RBRACK ;

object : LBRACE (item ((COMMA | NEWLINE) item)* (COMMA | NEWLINE)?)? RBRACE ;

item : expression (EQUALS | COLON) expression ;

forExpression : LBRACK FOR skipped* RBRACK | LBRACE FOR skipped* RBRACE ;

call : IDENT (DOUBLE_COLON IDENT)* LPAREN skipped* RPAREN ;

access : DOT (IDENT | NUMBER | STAR) | LBRACK skipped* RBRACK ;

// The inside of what is refused as a whole, read only to find its end.
skipped
    : LBRACE skipped* RBRACE
    | LPAREN skipped* RPAREN
    | LBRACK skipped* RBRACK
    | template
    | ~(LBRACE | RBRACE | TRIM_RBRACE | LPAREN | RPAREN | LBRACK | RBRACK | TEMPLATE_BEGIN | UNCLOSED)
    ;
