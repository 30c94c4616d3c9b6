// Shows the document of what is served. Nothing is fetched from elsewhere: no validator, no fonts.
SwaggerUIBundle({ url: 'openapi.json', dom_id: '#swagger', validatorUrl: null, deepLinking: false });
