// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
parser grammar ExpressionParser;

options { tokenVocab = ExpressionLexer; }

template : part* EOF ;
only : expression EOF ;

part
    : TEXT                          # Plain
    | ESCAPED                       # Escaped
    | ESCAPE                        # Backslash
    | OPEN expression RBRACE        # Interpolation
    | DIRECTIVE IF expression RBRACE part* (DIRECTIVE ELSE RBRACE part*)? DIRECTIVE ENDIF RBRACE            # Choice
    | DIRECTIVE FOR NAME (COMMA NAME)? IN expression RBRACE part* DIRECTIVE ENDFOR RBRACE                   # Loop
    ;

expression
    : primary access*                                                     # Operand
    | (NOT | MINUS) expression                                            # Unary
    | expression op = (TIMES | DIVIDE | MODULO) expression                # Binary
    | expression op = (PLUS | MINUS) expression                           # Binary
    | expression op = (LT | GT | LE | GE) expression                      # Binary
    | expression op = (EQ | NE) expression                                # Binary
    | expression op = AND expression                                      # Binary
    | expression op = OR expression                                       # Binary
    | <assoc = right> expression QUESTION expression COLON expression     # Conditional
    ;

access
    : DOT (NAME | NUMBER)
    | LBRACKET expression RBRACKET
    | SPLAT
    ;

primary
    : NUMBER                                                                                  # Number
    | (TRUE | FALSE)                                                                          # Bool
    | NULL                                                                                    # Null
    | QUOTE part* END_QUOTE                                                                   # Quoted
    | NAME LPAREN (expression (COMMA expression)* (ELLIPSIS | COMMA)?)? RPAREN                # Call
    | NAME                                                                                    # Name
    | LPAREN expression RPAREN                                                                # Grouped
    | LBRACKET FOR NAME (COMMA NAME)? IN expression COLON expression (IF expression)? RBRACKET # ForList
    | LBRACE FOR NAME (COMMA NAME)? IN expression COLON expression ARROW expression ELLIPSIS? (IF expression)? RBRACE # ForObject
    | LBRACKET (expression (COMMA expression)* COMMA?)? RBRACKET                              # ListOf
    | LBRACE (member (COMMA? member)* COMMA?)? RBRACE                                         # ObjectOf
    ;

member : key (ASSIGN | COLON) expression ;
key : NAME | QUOTE part* END_QUOTE | NUMBER | LPAREN expression RPAREN ;
