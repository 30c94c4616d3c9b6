const path = require("node:path");

exports.handler = async () => path.basename(__filename);
module.exports.other = { handler: (event, context, callback) => callback(null, "other") };
