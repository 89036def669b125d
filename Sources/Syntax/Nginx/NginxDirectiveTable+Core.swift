extension NginxDirectiveTable {
  /// The directives of processes, events, mail and streams, and those that several of them share.
  ///
  /// A line that starts a group says where its directives may stand and with how many arguments; the
  /// indented lines name them. `{}` marks blocks, `on-off` one argument that is a switch.
  static let core = """
    any = 1
      include
    main = 0 {}
      events http mail stream
    main = 1
      debug_points env google_perftools_profiles load_module lock_file pid ssl_engine
      timer_resolution worker_priority worker_processes worker_rlimit_core worker_rlimit_nofile
      worker_shutdown_timeout working_directory
    main = 1+
      worker_cpu_affinity
    main = 1,2
      user
    main = 2,3
      thread_pool
    main = on-off
      daemon master_process pcre_jit quic_bpf
    main = 1+ | http server location = 1+ | mail mail.server = 1+ | stream stream.server = 1+
      error_log
    events = 1
      accept_mutex_delay debug_connection use worker_aio_requests worker_connections
    events = on-off
      accept_mutex multi_accept
    mail mail.server = 1
      auth_http auth_http_timeout imap_client_buffer proxy_buffer smtp_client_buffer
      smtp_greeting_delay starttls timeout
    mail mail.server = 1+
      imap_auth imap_capabilities pop3_auth pop3_capabilities smtp_auth smtp_capabilities
    mail mail.server = 2
      auth_http_header
    mail mail.server = on-off
      auth_http_pass_client_cert proxy_pass_error_message xclient
    mail mail.server = 1 | stream stream.server = 1
      proxy_timeout
    mail.server = 1
      protocol
    stream stream.server = 1
      health_check_timeout js_access js_filter js_preread preread_buffer_size preread_timeout
      proxy_download_rate proxy_protocol_timeout proxy_requests proxy_responses proxy_upload_rate
      ssl_handshake_timeout zone_sync_connect_retry_interval zone_sync_connect_timeout
      zone_sync_interval zone_sync_recv_buffer_size zone_sync_ssl_certificate
      zone_sync_ssl_certificate_key zone_sync_ssl_ciphers zone_sync_ssl_crl zone_sync_ssl_name
      zone_sync_ssl_password_file zone_sync_ssl_trusted_certificate zone_sync_ssl_verify_depth
      zone_sync_timeout
    stream stream.server = 1+
      ssl_alpn zone_sync_ssl_protocols
    stream stream.server = 2
      zone_sync_buffers
    stream stream.server = on-off
      proxy_half_close proxy_protocol proxy_ssl ssl_preread zone_sync_ssl
      zone_sync_ssl_server_name zone_sync_ssl_verify
    stream.server = 0
      zone_sync
    stream.server = 1
      pass
    stream.server = 1,2
      zone_sync_server
    """
}
