const axios = require("axios");

const token = process.env.PLEX_TOKEN;

// no longer a friend
exports.remove = async function (id) {
  await axios.delete(`https://plex.tv/api/friends/${id}`, { headers: { "X-Plex-Token": token } });
};

exports.update = async (id, allowSync) => {
  await axios.put("https://plex.tv/api/friends/" + id /* the user */, { allowSync }, { headers: { "X-Plex-Token": token } });
};
