window.addEventListener('DOMContentLoaded', () => {
  SwaggerUIBundle({
    url: '/openapi.yaml',
    dom_id: '#api',
    deepLinking: true,
    docExpansion: 'list',
    showExtensions: true,
    validatorUrl: null,
  });
});
