const axios = require("axios");

class Library {
  async all(id) {
    const url = `http://${this.host}:32400/library/sections/${id}/all?X-Plex-Token=${this.token}`;
    let res = await axios.get(url);
    return res.data.MediaContainer.Metadata.map((item) => item.title);
  }
}

module.exports = Library;
