name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  f0 = { existing = "f0" }
  f1 = { existing = "f1" }
  f2 = { existing = "f2" }
  f3 = { existing = "f3" }
}
routes = {
  "GET /r0/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r1/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r2/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r3/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r4/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r5/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r6/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r7/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r8/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r9/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r10/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r11/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r12/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r13/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r14/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r15/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r16/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r17/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r18/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r19/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r20/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r21/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r22/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r23/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r24/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r25/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r26/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r27/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r28/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r29/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r30/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r31/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r32/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r33/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r34/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r35/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r36/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r37/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r38/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r39/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r40/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r41/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r42/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r43/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r44/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r45/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r46/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r47/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r48/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r49/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r50/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r51/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r52/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r53/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r54/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r55/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r56/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r57/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r58/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r59/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r60/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r61/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r62/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r63/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r64/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r65/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r66/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r67/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r68/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r69/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r70/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r71/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r72/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r73/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r74/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r75/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r76/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r77/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r78/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r79/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r80/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r81/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r82/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r83/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r84/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r85/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r86/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r87/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r88/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r89/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r90/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r91/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r92/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r93/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r94/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r95/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r96/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r97/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r98/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r99/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r100/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r101/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r102/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r103/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r104/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r105/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r106/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r107/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r108/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r109/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r110/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r111/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r112/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r113/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r114/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r115/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r116/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r117/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r118/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r119/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r120/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r121/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r122/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r123/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r124/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r125/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r126/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r127/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r128/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r129/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r130/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r131/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r132/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r133/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r134/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r135/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r136/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r137/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r138/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r139/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r140/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r141/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r142/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r143/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r144/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r145/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r146/{id}" = { function = "f2", scopes = ["myapi/all"] }
  "GET /r147/{id}" = { function = "f3", scopes = ["myapi/all"] }
  "GET /r148/{id}" = { function = "f0", scopes = ["myapi/all"] }
  "GET /r149/{id}" = { function = "f1", scopes = ["myapi/all"] }
  "GET /r150/{id}" = { function = "f2", scopes = ["myapi/all"] }
}
access_log = { account_role = true }
